{ config, pkgs, ... }:
{
  services.relay = {
    package = pkgs.fetchFromGitHub { owner = "acme"; repo = "relay"; rev = "@@HEX:40@@"; sha256 = "sha256-@@B64:44@@"; };
    environment = {
      REVONT_API_KEY = "@@KEY1@@";
      REVONT_WEBHOOK_SECRET = ''@@HOOK1@@'';
    };
  };
}
