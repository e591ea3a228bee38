// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/Words.h"

namespace menshen {
namespace {

struct Both {
    const char *zh = "";
    const char *en = "";
};

Both sentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadConfig:
        return {"设置有误。", "The settings are wrong."};
    case ErrorCode::BadInput:
        return {"所给的值不正确。", "A value that was given is not right."};
    case ErrorCode::NotFound:
        return {"找不到所需的文件或记录。", "The file or entry is not there."};
    case ErrorCode::DeviceUnavailable:
        return {"设备未连接。", "The device is not connected."};
    case ErrorCode::DeviceTimeout:
        return {"设备没有应答。", "The device does not answer."};
    case ErrorCode::DeviceProtocol:
        return {"设备的应答无法理解。", "The device's answer makes no sense."};
    case ErrorCode::DeviceBusy:
        return {"设备正被另一程序占用。", "Another program uses the device."};
    case ErrorCode::PictureBlack:
        return {"摄像头画面全黑：被遮挡，或没有光线。", "The camera's picture is black: it is covered, or there is no light."};
    case ErrorCode::PictureOverexposed:
        return {"摄像头画面过曝：几乎全白。", "The camera's picture is overexposed: almost all of it is white."};
    case ErrorCode::PictureFrozen:
        return {"摄像头画面静止不动：一直是同一帧。", "The camera's picture is frozen: it is always the same one."};
    case ErrorCode::DiskFull:
        return {"磁盘已满：请先腾出空间；已登记的记录仍在。", "The disk is full: make room first. What was recorded is still there."};
    case ErrorCode::Storage:
        return {"账本文件无法读写，或正被另一程序写入。", "The ledger's file cannot be read or written, or another program is writing it."};
    case ErrorCode::Damaged:
        return {"账本文件已损坏或被改动：请勿改动现场，保存原文件，再从备份恢复（menshenctl ledger restore）。",
                "The ledger's file is damaged or was changed: keep it as it is, then restore a backup (menshenctl ledger restore)."};
    case ErrorCode::SchemaTooNew:
        return {"账本由更新版本的门神写入：请安装新版程序；账本未被改动。",
                "The ledger was written by a newer Menshen: install that one. Nothing was changed."};
    case ErrorCode::SchemaTooOld:
        return {"账本由旧的试用版写入，既未加密也无哈希链：请用旧版导出后移走，再重新开始。",
                "The ledger was written by an old trial version, neither sealed nor chained: export it with that one, move it away, "
                "start anew."};
    case ErrorCode::KeyMissing:
        return {"账本还在，但站点密钥不见了：请放回密钥，或用恢复口令（menshenctl keys recover）。",
                "The ledger is there, the station's key is not: put the key back, or use the recovery passphrase (menshenctl keys "
                "recover)."};
    case ErrorCode::WrongKey:
        return {"密钥或口令打不开此账本。", "The key or passphrase does not open this ledger."};
    case ErrorCode::WrongStation:
        return {"这是另一站点的账本：请检查账本路径与密钥。",
                "This is the ledger of another station: check the ledger's path and the key."};
    case ErrorCode::Denied:
        return {"没有权限。", "Not allowed."};
    case ErrorCode::Cancelled:
        return {"已中止。", "Stopped."};
    case ErrorCode::Internal:
        return {"程序内部错误。", "A fault of the program itself."};
    }
    return {};
}

Both sentence(ChainFault fault)
{
    switch (fault) {
    case ChainFault::None:
        return {"哈希链完好。", "The chain is sound."};
    case ChainFault::Changed:
        return {"有记录被改动：内容与写入时的哈希或签名不符。", "An entry is not what it was when it was hashed or signed."};
    case ChainFault::Missing:
        return {"缺少一条或多条记录。", "One or more entries are gone."};
    case ChainFault::Inserted:
        return {"多出了原来没有的记录。", "There is an entry that was not there."};
    case ChainFault::Reordered:
        return {"记录的次序被改动。", "Entries stand in another order."};
    case ChainFault::TailCut:
        return {"账本末尾被截去：已知的签名首哈希比现有记录更新，或与之不符。",
                "The end was cut off: a known head is newer than the newest entry, or stands on another one."};
    case ChainFault::HeadMissing:
        return {"有签名首哈希缺失或被改动。", "A signed head is gone or was changed."};
    case ChainFault::ForeignKey:
        return {"有不属于此账本的密钥所作的签名或加密。", "Something was signed, sealed or wrapped with a key that is not this ledger's."};
    case ChainFault::Unreadable:
        return {"账本文件在该处已损坏，无法读取。", "The file itself is damaged there."};
    case ChainFault::TablesDiffer:
        return {"哈希链完好，但供查询的表与之不符；请执行 menshenctl ledger rebuild 重建。",
                "The chain is sound, but the tables that are shown do not say what it says; menshenctl ledger rebuild mends them."};
    }
    return {};
}

std::string in(const Both &both, Language language) { return language == Language::Chinese ? both.zh : both.en; }

} // namespace

std::string word(ErrorCode code, Language language) { return in(sentence(code), language); }

std::string word(ChainFault fault, Language language) { return in(sentence(fault), language); }

} // namespace menshen
