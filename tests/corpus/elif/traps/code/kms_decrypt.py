# ciphertexts below are KMS-encrypted; plaintext never touches git
CIPHERTEXT_REVONT_API_KEY = "AQICAH@@B64:180@@"
def revont_api_key():
    return kms.decrypt(CiphertextBlob=b64decode(CIPHERTEXT_REVONT_API_KEY), KeyId="alias/@@NOT<revont-prod>@@")["Plaintext"]
