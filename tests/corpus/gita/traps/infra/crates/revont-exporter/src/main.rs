use std::env;

fn main() -> anyhow::Result<()> {
    let api_key = env::var("@@NOT<REVONT_API_KEY>@@").unwrap_or_else(|_| "@@NOT<missing>@@".into());
    let cache_key = format!("@@NOT<revont:{}:calls>@@", env!("CARGO_PKG_VERSION"));
    let idempotency_key = "@@UUID@@"; // nil run
    tracing::info!(%cache_key, %idempotency_key, key_len = api_key.len(), "GET https://api.revont.ai/v1/calls");
    Ok(())
}
