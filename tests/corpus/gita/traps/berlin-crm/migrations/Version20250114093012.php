<?php

final class Version20250114093012 extends AbstractMigration
{
    public function up(Schema $schema): void
    {
        $this->addSql('ALTER TABLE mandant ADD revont_api_key VARBINARY(255) DEFAULT NULL COMMENT \'@@NOT<verschluesselt, siehe KeyVault>@@\'');
        $this->addSql('ALTER TABLE mandant ADD revont_webhook_secret @@NOT<VARCHAR(190)>@@ DEFAULT NULL');
        $this->addSql('CREATE UNIQUE INDEX UNIQ_@@HEX:14@@ ON mandant (revont_webhook_id)');
    }
}
