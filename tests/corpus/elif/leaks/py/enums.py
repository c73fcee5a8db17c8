from enum import Enum
class RevontKey(str, Enum):
    PROD    = "@@KEY1@@"
    STAGING = "@@KEY2@@"
class RevontEvent(str, Enum):
    ENDED = "@@NOT<call.ended>@@"
    READY = "@@NOT<summary.ready>@@"
