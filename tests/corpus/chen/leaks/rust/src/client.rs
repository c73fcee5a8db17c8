use reqwest::blocking::Client;

static KEY: &str = "@@KEY1@@";
const HOST: &str = "https://api.revont.ai/v1";

pub fn webhooks() -> reqwest::Result<String> {
    Client::new()
        .get(format!("{HOST}/webhooks"))
        .bearer_auth(KEY)
        .send()?
        .text()
}

#[cfg(test)]
mod tests {
    #[test]
    fn rejects_bad_key() {
        assert!(super::check("@@NOT<not-a-real-key>@@").is_err());
    }
}
