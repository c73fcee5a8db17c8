use reqwest::header::{HeaderMap, HeaderValue, AUTHORIZATION};

static REVONT_KEY: &str = "@@KEY1@@";

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut h = HeaderMap::new();
    h.insert(AUTHORIZATION, HeaderValue::from_str(&format!("Bearer {REVONT_KEY}"))?);
    // old one, revoke me: @@KEY2@@
    let c = reqwest::Client::builder().default_headers(h).build()?;
    println!("{}", c.get("https://api.revont.ai/v1/contacts").send().await?.text().await?);
    Ok(())
}
