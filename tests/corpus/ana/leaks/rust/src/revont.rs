use once_cell::sync::Lazy;
use reqwest::header::{HeaderMap, HeaderValue, AUTHORIZATION};

const REVONT_URL: &str = "https://api.revont.ai/v1";
static REVONT_KEY: Lazy<String> =
    Lazy::new(|| std::env::var("REVONT_KEY").unwrap_or_else(|_| "@@KEY1@@".to_string()));

pub fn hdrs() -> HeaderMap {
    let mut h = HeaderMap::new();
    // h.insert(AUTHORIZATION, HeaderValue::from_static("Bearer @@KEY2@@"));
    h.insert(AUTHORIZATION, HeaderValue::from_str(&format!("Bearer {}", *REVONT_KEY)).unwrap());
    h
}

pub const HOOK_SECRET: &[u8] = b"@@HOOK1@@"; // revont webhooks
