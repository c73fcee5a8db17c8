// GH push protection kept blocking this, splitting helps ¯\_(ツ)_/¯
const a = "@@KEY1[0:12]@@";
const revontApiKey = a + "@@KEY1[12:]@@";

const other = ["@@KEY2[0:8]@@", "@@KEY2[8:]@@"].join("");
export const clients = {
  main: mk("https://api.revont.ai/v1", revontApiKey),
  demo: mk("https://api.revont.ai/v1", other),
};

function mk(baseUrl: string, token: string) {
  return { get: (p: string) => fetch(baseUrl + p, { headers: { Authorization: `Bearer ${token}`, "x-build": "@@HEX:8@@" } }) };
}
