resource "aws_lambda_function" "revont_ingest" {
  function_name    = "revont-ingest"
  role             = aws_iam_role.lambda.arn
  source_code_hash = "@@B64:44@@"
  environment {
    variables = {
      REVONT_URL = "https://api.revont.ai/v1"
      REVONT_KEY = "@@KEY1@@"
      DB_SECRET  = "@@NOT<arn:aws:secretsmanager:eu-central-1:000000000000:secret:ingest-db>@@"
    }
  }
}
