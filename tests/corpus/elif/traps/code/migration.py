class Migration(migrations.Migration):
    operations = [
        migrations.AddField('integration', 'revont_api_key', models.CharField(max_length=255, default='@@NOT<unset>@@', help_text='@@NOT<Bearer token for api.revont.ai>@@')),
        migrations.RenameField('integration', old_name='@@NOT<revont_token>@@', new_name='@@NOT<revont_api_key_encrypted>@@'),
    ]
