using PulpoSync.Engine.Contracts;

namespace PulpoSync.Tests.Storage;

public sealed class SqliteCredentialsTests : IDisposable
{
    private readonly TempStore _temp = new();

    private ICredentialStore Sut => _temp.Store.Credentials;

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Save_new_credential_gives_it_back_with_everything()
    {
        var saved = Sut.Save(new StoredCredential
        {
            Name = "Büro Köln",
            System = "Pulpo",
            Address = "https://eu.example.com",
            Fields = new Dictionary<string, string> { ["UserName"] = "api" },
            Secrets = new Dictionary<string, SecretInput>
            {
                ["Password"] = SecretInput.FromText("päßword"),
                ["ApiKey"] = SecretInput.FromReference(new SecretReference("vault", "pulpo", "Prod")),
                ["Other"] = SecretInput.FromReference(new SecretReference("env", "PULPO_OTHER")),
            },
            IsSandbox = true,
        });

        var found = Sut.Find("BÜRO KÖLN")!;

        Assert.Equal(saved.Id, found.Id);
        Assert.Equal("Büro Köln", found.Name);
        Assert.Equal("api", found.Fields["UserName"]);
        Assert.Equal("päßword", found.Secrets["Password"].Text);
        Assert.Equal(new SecretReference("vault", "pulpo", "Prod"), found.Secrets["ApiKey"].Reference);
        Assert.Equal(new SecretReference("env", "PULPO_OTHER"), found.Secrets["Other"].Reference);
        Assert.True(found.IsSandbox);
        Assert.Equal(_temp.Time.GetUtcNow(), found.CreatedAt);
        Assert.Null(found.Account);
    }

    [Fact]
    public void Save_existing_name_in_other_case_is_refused()
    {
        _temp.AddCredential("Shop Ä");
        var error = Assert.Throws<PulpoSyncException>(() => _temp.AddCredential("SHOP ä"));
        Assert.Equal(ErrorIds.CredentialExists, error.ErrorId);
        Assert.Single(Sut.List());
    }

    [Fact]
    public void Save_replaces_secrets_and_moves_changed_at_only()
    {
        var first = _temp.AddCredential("shop");
        _temp.Time.Advance(TempStore.Minute);

        var secrets = new Dictionary<string, SecretInput> { ["ClientSecret"] = SecretInput.FromText("new") };
        var second = Sut.Save(first with { Name = "Shop", Secrets = secrets });

        Assert.Equal(first.Id, second.Id);
        Assert.Equal("Shop", second.Name);
        Assert.Equal(["ClientSecret"], second.Secrets.Keys);
        Assert.Equal(first.CreatedAt, second.CreatedAt);
        Assert.Equal(first.ChangedAt + TempStore.Minute, second.ChangedAt);
    }

    [Fact]
    public void List_is_ordered_by_name_and_decrypts_each()
    {
        _temp.AddCredential("b");
        _temp.AddCredential("A");
        Assert.Equal(["A", "b"], Sut.List().Select(credential => credential.Name));
        Assert.All(Sut.List(), credential => Assert.Equal("shpat_canary", credential.Secrets["AccessToken"].Text));
    }

    [Fact]
    public void SetAccount_is_remembered()
    {
        var credential = _temp.AddCredential("shop");
        Sut.SetAccount(credential.Id, "shopify:acme.myshopify.com");
        Assert.Equal("shopify:acme.myshopify.com", Sut.Get(credential.Id).Account);
    }

    [Fact]
    public void Delete_used_credential_is_refused_naming_the_integrations()
    {
        var integration = _temp.AddIntegration("Shop Berlin");
        var error = Assert.Throws<PulpoSyncException>(() => Sut.Delete(integration.SourceId));
        Assert.Equal(ErrorIds.CredentialInUse, error.ErrorId);
        Assert.Contains("Shop Berlin", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Delete_works_once_the_integration_is_gone_and_the_id_is_not_given_again()
    {
        var integration = _temp.AddIntegration("Shop Berlin");
        _temp.Store.Integrations.Delete(integration.Id);
        Sut.Delete(integration.SourceId);
        Sut.Delete(integration.DestinationId);
        Assert.Empty(Sut.List());
        Assert.True(_temp.AddCredential("new").Id > integration.DestinationId);
    }

    [Fact]
    public void Get_missing_id_is_an_error_for_people()
    {
        var error = Assert.Throws<PulpoSyncException>(() => Sut.Get(4711));
        Assert.Equal(ErrorIds.CredentialNotFound, error.ErrorId);
    }

    [Fact]
    public void Find_secret_that_was_moved_to_another_credential_is_refused()
    {
        var mine = _temp.AddCredential("mine");
        var theirs = _temp.AddCredential("theirs");
        using (var file = _temp.OpenFile())
        {
            file.Write(session => session.Execute(
                "UPDATE secrets SET value = (SELECT value FROM secrets WHERE credential_id = ?1) WHERE credential_id = ?2", theirs.Id, mine.Id));
        }

        var error = Assert.Throws<PulpoSyncException>(() => Sut.Find("mine"));
        Assert.Equal(ErrorIds.StoreInvalid, error.ErrorId);
    }
}
