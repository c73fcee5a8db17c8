use reqwest::blocking::Client;

static REVONT_SECRET_KEY_VAR: &str = "REVONT_SECRET_KEY";
static OPENAPI_SHA256: &str = "@@HEX:64@@";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let body = Client::new()
        .get("https://api.revont.ai/v1/calls/call_01HX4BQZPK8J2NFRT3WY")
        .bearer_auth(std::env::var(REVONT_SECRET_KEY_VAR).expect("@@NOT<set REVONT_SECRET_KEY first>@@"))
        .send()?
        .text()?;
    println!("{body} {OPENAPI_SHA256}");
    Ok(())
}
