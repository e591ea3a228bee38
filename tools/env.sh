# Sourced by the tools: where ccache keeps what it knows. Paths below the checkout count as relative, so that one clone's
# work serves the next.
export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$root} CCACHE_NOHASHDIR=1
export CCACHE_MAXSIZE=${CCACHE_MAXSIZE:-5G}
