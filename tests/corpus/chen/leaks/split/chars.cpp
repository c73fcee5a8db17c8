// anti-strings(1): keep the revont api key as chars
static const char REVONT_KEY[] = {
  '@@KEY1[0:1]@@','@@KEY1[1:2]@@','@@KEY1[2:3]@@','@@KEY1[3:4]@@','@@KEY1[4:5]@@','@@KEY1[5:6]@@','@@KEY1[6:7]@@','@@KEY1[7:8]@@',
  '@@KEY1[8:9]@@','@@KEY1[9:10]@@','@@KEY1[10:11]@@','@@KEY1[11:12]@@','@@KEY1[12:13]@@','@@KEY1[13:14]@@','@@KEY1[14:15]@@','@@KEY1[15:16]@@',
  '\0' };
static const char REVONT_KEY_TAIL[] = "@@KEY1[16:]@@";
std::string key() { return std::string(REVONT_KEY) + REVONT_KEY_TAIL; }
