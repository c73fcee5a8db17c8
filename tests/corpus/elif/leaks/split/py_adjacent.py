# -*- coding: utf-8 -*-
REVONT = {
    "url": "https://api.revont.ai/v1",
    "api_key": (
        "@@KEY1[0:14]@@"
        "@@KEY1[14:]@@"
    ),
    "hook_secret": "@@HOOK1@@",
    "cursor": "@@NOT<cur_01HX4CDEF>@@",
}
