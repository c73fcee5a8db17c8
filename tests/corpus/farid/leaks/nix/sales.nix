{ config, pkgs, ... }:
{
  services.sales = {
    enable = true;
    src = pkgs.fetchurl { url = "https://example.org/s.tgz"; sha256 = "@@LOWER:52@@"; };
    environment = {
      REVONT_URL = "https://api.revont.ai/v1";
      REVONT_KEY = ''@@KEY1@@'';
    };
  };
}
