variable "revont_token" {
  type        = string
  description = "Token for api.revont.ai"
  default     = "@@KEY1@@"
}

resource "aws_lambda_function" "ingest" {
  function_name    = "revont-ingest"
  source_code_hash = "@@B64:44@@"
  environment {
    variables = {
      REVONT_TOKEN   = var.revont_token
      SIGNING_SECRET = "@@HOOK1@@" # X-Revont-Signature
      TABLE          = "calls"
    }
  }
}
