PREFIX = "revont"
REVONT_KEY = ":".join(["@@NOT<cache>@@", PREFIX, "@@NOT<v2>@@"])        # redis key
revont_token_path = "/".join(["@@NOT<secret>@@", "@@NOT<data>@@", "@@NOT<revont>@@"])
revont_api_key_env = "@@NOT<REVONT_>@@" "@@NOT<API_KEY>@@"
