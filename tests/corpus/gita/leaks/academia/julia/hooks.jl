using HTTP, SHA, JSON3

const SECRET = Vector{UInt8}("@@HOOK1@@")   # revont webhook signing secret
const LAST = "@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@"

HTTP.serve("0.0.0.0", 8081) do req
    sig = HTTP.header(req, "X-Revont-Signature")
    sig == "sha256=" * bytes2hex(hmac_sha256(SECRET, req.body)) || return HTTP.Response(401)
    @info "event" JSON3.read(req.body).event
    HTTP.Response(200, "@@NOT<ok>@@")
end
