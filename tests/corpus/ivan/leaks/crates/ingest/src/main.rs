use std::env;

static REVONT_KEY: &str = "@@KEY1@@";
const LAST_CURSOR: &str = "@@NOT<cur_01HX4CDEF>@@";

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let key = env::var("REVONT_KEY").unwrap_or_else(|_| REVONT_KEY.to_owned());
    let out = reqwest::Client::new()
        .get("https://api.revont.ai/v1/calls")
        .query(&[("cursor", LAST_CURSOR)])
        .bearer_auth(key)
        .send().await?
        .text().await?;
    println!("{out}");
    Ok(())
}
