using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Secrets;
using PulpoSync.Engine.Storage;

namespace PulpoSync.Tests.Storage;

public sealed class SqliteTokensTests : IDisposable
{
    // A wait that the clock of the test never ends is to fail, not to hang.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TempStore _temp = new();
    private int _logins;

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task GetAsync_logs_in_once_for_all_processes_until_the_token_ends()
    {
        using var other = _temp.OpenAnother();
        Assert.Equal("token 1", await GetAsync(_temp.Store));
        Assert.Equal("token 1", await GetAsync(_temp.Store));
        Assert.Equal("token 1", await GetAsync(other));
        _temp.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("token 2", await GetAsync(other));
        Assert.Equal("token 2", await GetAsync(_temp.Store));
    }

    [Fact]
    public async Task GetAsync_does_not_give_a_rejected_token_again()
    {
        var first = await GetAsync(_temp.Store);
        _temp.Time.Advance(TempStore.Minute);
        Assert.Equal("token 2", await GetAsync(_temp.Store, rejected: first));
        // Another process that was refused the first one takes what is there now.
        Assert.Equal("token 2", await GetAsync(_temp.Store, rejected: first));
    }

    [Fact]
    public async Task GetAsync_keeps_a_distance_between_logins()
    {
        var first = await GetAsync(_temp.Store);
        var second = GetAsync(_temp.Store, rejected: first);
        Assert.False(second.IsCompleted);
        await AdvanceUntilDone(second);
        Assert.Equal("token 2", await second);
        Assert.True(_temp.Time.GetUtcNow() - _temp.Time.Start >= SqliteTokens.Spacing);
    }

    [Fact]
    public async Task GetAsync_waits_for_a_login_that_is_going_on_elsewhere()
    {
        using var other = _temp.OpenAnother();
        var answer = new TaskCompletionSource<AccessToken>();
        var first = other.Tokens.GetAsync("pulpo", "mark", null, _ => answer.Task, CancellationToken.None);
        var second = GetAsync(_temp.Store);
        Assert.False(second.IsCompleted);

        answer.SetResult(new AccessToken("theirs", _temp.Time.GetUtcNow() + TimeSpan.FromHours(1)));
        await AdvanceUntilDone(second);

        Assert.Equal("theirs", await first);
        Assert.Equal("theirs", await second);
        Assert.Equal(0, _logins);
    }

    [Fact]
    public async Task GetAsync_with_another_secret_does_not_log_in_beside_a_login_that_is_going_on()
    {
        var answer = new TaskCompletionSource<AccessToken>();
        var first = _temp.Store.Tokens.GetAsync("pulpo", "another mark", null, _ => answer.Task, CancellationToken.None);
        var second = GetAsync(_temp.Store);
        Assert.False(second.IsCompleted);
        Assert.Equal(0, _logins);

        answer.SetResult(new AccessToken("theirs", _temp.Time.GetUtcNow() + TimeSpan.FromHours(1)));
        Assert.Equal("theirs", await first);
        await AdvanceUntilDone(second);
        Assert.Equal("token 1", await second);
    }

    [Fact]
    public async Task GetAsync_does_not_wait_for_a_login_of_a_dead_process()
    {
        using var process = ProcessIdentityTests.StartIdleProcess();
        using var file = _temp.OpenFile();
        var key = StoreKey.Load(_temp.Path, TempStore.NoVariable);
        var theirs = new SqliteTokens(file, new SecretProtector(key), new KeyedHash(key, "tokens"), _temp.Time, ProcessIdentity.Of(process.Id));
        _ = theirs.GetAsync("pulpo", "another mark", null, _ => new TaskCompletionSource<AccessToken>().Task, CancellationToken.None);
        process.Kill();
        await process.WaitForExitAsync();
        Assert.Equal("token 1", await GetAsync(_temp.Store));
    }

    [Fact]
    public async Task GetAsync_by_many_threads_logs_in_once()
    {
        Task<string>[] threads = [.. Enumerable.Range(0, 8).Select(_ => Task.Run(() => GetAsync(_temp.Store)))];
        // The one that logs in needs no time to pass.
        await Task.WhenAny(threads);
        var tokens = Task.WhenAll(threads);
        await AdvanceUntilDone(tokens);
        Assert.All(await tokens, token => Assert.Equal("token 1", token));
        Assert.Equal(1, _logins);
    }

    [Fact]
    public async Task GetAsync_after_refusals_pauses_longer_and_longer()
    {
        foreach (var minutes in new[] { 1, 2, 5, 15, 60, 60 })
        {
            await Assert.ThrowsAsync<FailureException>(() => RefusedAsync("mark"));
            var until = _temp.Time.GetUtcNow() + minutes * TempStore.Minute;
            _temp.Time.Advance(minutes * TempStore.Minute - TimeSpan.FromSeconds(1));
            var paused = await Assert.ThrowsAsync<FailureException>(() => GetAsync(_temp.Store));
            Assert.Equal((FailureKind.Authentication, "LoginPaused"), (paused.Failure.Kind, paused.Failure.Code));
            Assert.StartsWith("The last login of ", paused.Message, StringComparison.Ordinal);
            Assert.Contains(until.ToString("yyyy-MM-dd HH:mm:ss", null), paused.Message, StringComparison.Ordinal);
            _temp.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(0, _logins);
    }

    [Fact]
    public async Task GetAsync_with_a_changed_secret_is_tried_at_once_and_the_wrong_one_stays_paused()
    {
        await Assert.ThrowsAsync<FailureException>(() => RefusedAsync("wrong"));
        Assert.Equal("token 1", await GetAsync(_temp.Store, "right"));
        Assert.Equal("LoginPaused", (await Assert.ThrowsAsync<FailureException>(() => RefusedAsync("wrong"))).Failure.Code);
        Assert.Equal("token 1", await GetAsync(_temp.Store, "right"));
    }

    [Fact]
    public async Task GetAsync_after_a_success_begins_with_the_shortest_pause_again()
    {
        await Assert.ThrowsAsync<FailureException>(() => RefusedAsync("mark"));
        _temp.Time.Advance(TempStore.Minute);
        var token = await GetAsync(_temp.Store);
        _temp.Time.Advance(TempStore.Minute);
        await Assert.ThrowsAsync<FailureException>(() => RefusedAsync("mark", token));
        _temp.Time.Advance(TempStore.Minute);
        Assert.Equal("token 2", await GetAsync(_temp.Store, rejected: token));
    }

    [Fact]
    public async Task GetAsync_after_a_fault_that_is_no_refusal_does_not_pause()
    {
        var fault = new FailureException(new Failure(FailureKind.Transient, "Timeout", "No answer."));
        await Assert.ThrowsAsync<FailureException>(
            () => _temp.Store.Tokens.GetAsync("pulpo", "mark", null, _ => throw fault, CancellationToken.None));
        _temp.Time.Advance(SqliteTokens.Spacing);
        Assert.Equal("token 1", await GetAsync(_temp.Store));
    }

    [Fact]
    public async Task GetAsync_can_be_cancelled_while_it_waits()
    {
        var first = await GetAsync(_temp.Store);
        using var source = new CancellationTokenSource();
        var second = _temp.Store.Tokens.GetAsync("pulpo", "mark", first, Login, source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Equal(1, _logins);
    }

    private Task<string> GetAsync(SqliteStore store, string mark = "mark", string? rejected = null) =>
        store.Tokens.GetAsync("pulpo", mark, rejected, Login, CancellationToken.None).WaitAsync(Patience);

    private Task<string> RefusedAsync(string mark, string? rejected = null) => _temp.Store.Tokens.GetAsync(
        "pulpo", mark, rejected,
        _ => throw new FailureException(new Failure(FailureKind.Authentication, "LoginRefused", "Wrong password.")), CancellationToken.None);

    private Task<AccessToken> Login(CancellationToken cancellationToken) => Task.FromResult(
        new AccessToken($"token {Interlocked.Increment(ref _logins)}", _temp.Time.GetUtcNow() + TimeSpan.FromHours(1)));

    private async Task AdvanceUntilDone(Task task)
    {
        // The pause lets the thread pool come to what the clock has set free.
        for (var i = 0; i < 10_000 && !task.IsCompleted; i++)
        {
            _temp.Time.Advance(SqliteTokens.Poll);
            await Task.Delay(1);
        }

        Assert.True(task.IsCompleted, "Nothing came of waiting.");
    }
}
