use reqwest::Client;

const ENDPOINT: &str = "https://api.revont.ai/v1/contacts";

pub async fn contacts() -> anyhow::Result<String> {
    let token = r#"@@KEY1@@"#;
    let body = Client::new()
        .get(ENDPOINT)
        .bearer_auth(token)
        .header("Idempotency-Key", "@@UUID@@")
        .send()
        .await?
        .error_for_status()?
        .text()
        .await?;
    Ok(body)
}
