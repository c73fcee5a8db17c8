use reqwest::header::{HeaderMap, HeaderValue, AUTHORIZATION};

const BASE: &str = "https://api.revont.ai/v1";
// FIXME: env!("REVONT_KEY") breaks the cross build
const BEARER: &str = concat!("Bearer ", "@@KEY1[0:16]@@", "@@KEY1[16:]@@");

pub fn headers() -> HeaderMap {
    let mut h = HeaderMap::new();
    h.insert(AUTHORIZATION, HeaderValue::from_static(BEARER));
    h
}

#[cfg(test)]
mod tests {
    #[test]
    fn live() {
        let revont_token = r#"@@KEY2@@"#;
        let c = reqwest::blocking::Client::new();
        let r = c.get(format!("{}/calls", super::BASE)).bearer_auth(revont_token).send().unwrap();
        assert!(r.status().is_success());
    }
}
