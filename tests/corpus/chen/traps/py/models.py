from django.db import models


class RevontCall(models.Model):
    revont_id = models.CharField(max_length=40, db_index=True, help_text="@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@")
    revont_user = models.CharField(max_length=40, default="@@NOT<user_01HX1ABCDE>@@")
    revont_api_key_encrypted = models.BinaryField(null=True)
    revont_token_last_four = models.CharField(max_length=4)
    webhook_secret_hash = models.CharField(max_length=64)

    class Meta:
        db_table = "@@NOT<revont_api_key_assignments>@@"
        constraints = [models.UniqueConstraint(fields=["revont_id"], name="@@NOT<uniq_revont_call_api_token_idx_2f>@@")]
