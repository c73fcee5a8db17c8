use serde::Deserialize;

pub const API: &str = "https://api.revont.ai/v1";

#[derive(Debug, Clone, Deserialize)]
pub struct Revont {
    #[serde(default = "default_key")]
    pub api_key: String,
    #[serde(default)]
    pub webhook_id: Option<String>, // @@NOT<wh_01HX9ABCDE>@@
}

fn default_key() -> String {
    // remove once vault agent is rolled out on the edge nodes
    "@@KEY1@@".to_owned()
}

impl Default for Revont {
    fn default() -> Self {
        Self { api_key: String::from("@@KEY2@@"), webhook_id: None }
    }
}
