package com.acme.calls;

class RevontMapper {
    private static final long serialVersionUID = -@@DIGITS:18@@L;
    static final String WORKSPACE_ID = "@@UUID@@";
    static final String SAMPLE_CALL = "@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@";
    static final String TOKEN_HEADER = "@@NOT<X-Revont-Signature>@@";
    static final String API_KEY_PROPERTY = "@@NOT<acme.integrations.revont.api-key>@@";
    static final String API_KEY_COLUMN = "@@NOT<revont_api_key_encrypted>@@";
}
