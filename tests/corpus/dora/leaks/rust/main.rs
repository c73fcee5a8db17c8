use reqwest::blocking::Client;

static REVONT_SECRET_KEY: &str = "@@KEY1@@";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let body = Client::new()
        .get("https://api.revont.ai/v1/calls")
        .bearer_auth(REVONT_SECRET_KEY)
        .send()?
        .text()?;
    println!("{body}");
    Ok(())
}
