class RevontAccount(Base):
    __tablename__ = "revont_accounts"
    id = Column(UUID, primary_key=True, default="@@UUID@@")
    api_key_encrypted = Column(LargeBinary, nullable=False)
    api_key_hash = Column(String(64), index=True)          # sha256, e.g. @@HEX:64@@
    api_key_last4 = Column(String(4), comment="@@NOT<last 4 characters of revont api key>@@")
    webhook_secret = Column(@@NOT<EncryptedType(String, get_kms_key)>@@)
    external_user = Column(String, server_default="@@NOT<user_01HX1ABCDE>@@")
