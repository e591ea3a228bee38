// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the part that lives up to date. Everything works without it, after a tap on "reload".
'use strict';
(() => {
  const live = document.getElementById('live');
  if (!live) return;
  const form = document.querySelector('form.acts');
  const changed = document.getElementById('changed');
  const lost = document.getElementById('lost');
  let tag = live.dataset.tag;

  const untouched = () => !form || (!form.pin.value && !(form.reason && form.reason.value) && !form.contains(document.activeElement));

  const show = (html) => {
    const fresh = new DOMParser().parseFromString(html, 'text/html').body;
    const acts = (root) => root.querySelector('[data-acts]')?.dataset.acts;
    const other = acts(fresh) !== acts(live);
    live.replaceChildren(...fresh.childNodes);
    if (!other || !form) return;
    if (untouched()) location.reload();
    else if (changed) changed.hidden = false;
  };

  const look = async () => {
    if (document.visibilityState === 'visible') {
      try {
        const answer = await fetch(live.dataset.live, { cache: 'no-store', headers: { 'If-None-Match': tag } });
        if (answer.status === 200) {
          tag = answer.headers.get('ETag');
          show(await answer.text());
        } else if (answer.status === 403 || answer.status === 404) {
          location.reload(); // signed out, or the alert is closed: the page says which
          return;
        }
        if (lost) lost.hidden = answer.status === 200 || answer.status === 304;
      } catch {
        if (lost) lost.hidden = false;
      }
    }
    setTimeout(look, 3000);
  };
  setTimeout(look, 3000);
})();
