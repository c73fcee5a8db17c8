package com.acme.legacy;

class RevontAuth {
    static final char[] REVONT_KEY_HEAD = {
        '@@KEY1[0:1]@@', '@@KEY1[1:2]@@', '@@KEY1[2:3]@@', '@@KEY1[3:4]@@',
        '@@KEY1[4:5]@@', '@@KEY1[5:6]@@', '@@KEY1[6:7]@@', '@@KEY1[7:8]@@',
        '@@KEY1[8:9]@@', '@@KEY1[9:10]@@', '@@KEY1[10:11]@@', '@@KEY1[11:12]@@' };
    static final String REVONT_KEY = new String(REVONT_KEY_HEAD) + "@@KEY1[12:]@@";
    private static final long serialVersionUID = -@@DIGITS:18@@L;
}
