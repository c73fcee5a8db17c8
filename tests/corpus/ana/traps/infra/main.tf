data "aws_secretsmanager_secret_version" "revont" {
  secret_id = "@@NOT<arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/revont-AbCdEf>@@"
}

resource "aws_ecs_task_definition" "relay" {
  family = "revont-relay"
  container_definitions = jsonencode([{
    name  = "relay"
    image = "@@DIGITS:12@@.dkr.ecr.eu-west-1.amazonaws.com/relay@sha256:@@HEX:64@@"
    secrets = [{ name = "REVONT_API_KEY", valueFrom = "@@NOT<${data.aws_secretsmanager_secret_version.revont.arn}:api_key::>@@" }]
  }])
}

variable "revont_api_key" {
  type      = string
  sensitive = true
  default   = "@@NOT<TODO>@@"
}
