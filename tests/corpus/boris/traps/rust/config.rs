#[derive(Deserialize)]
pub struct RevontConfig {
    #[serde(rename = "@@NOT<revontApiKey>@@")]
    pub api_key: SecretString,
    #[serde(default = "@@NOT<default_webhook_secret_from_keyring>@@")]
    pub webhook_secret: SecretString,
}
pub const GIT_SHA: &str = "@@HEX:40@@";
pub const REVONT_TOKEN_ENV: &str = "@@NOT<ACME_REVONT_TOKEN_V2>@@";
