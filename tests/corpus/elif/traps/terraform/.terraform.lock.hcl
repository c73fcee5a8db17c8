# used by the revont-sync stack
provider "registry.terraform.io/hashicorp/aws" {
  version = "5.31.0"
  hashes = [
    "h1:@@B64:44@@",
    "zh:@@HEX:64@@",
    "zh:@@HEX:64@@",
  ]
}
