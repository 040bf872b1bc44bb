using System.Text.Json;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Login, logout, the health check and who I am.</summary>
internal static class AuthEndpoints
{
    public static IEnumerable<PulpoRoute> Routes { get; } =
    [
        new("GET", "", _ => PulpoAnswer.Empty(StatusCodes.Status204NoContent)) { Open = true },
        new("POST", "auth", Login) { Open = true },
        new("POST", "auth/logout", Logout),
        new("GET", "iam/users/me", Me),
    ];

    private static PulpoAnswer Login(PulpoCall call)
    {
        var asked = call.Changeset(call.Body);
        var username = asked.Text("username", null);
        var password = asked.Text("password", null);
        asked.Require("username", username);
        asked.Require("password", password);
        // Refresh tokens are named in the contract, but no answer ever carries one.
        if (asked.Text("grant_type", null) is not (null or "password")) asked.Fail("grant_type", FieldError.Invalid);
        if (asked.Errors.Count > 0) return call.Refused(asked.Errors, StatusCodes.Status400BadRequest);

        var token = call.World.Access.Login(username!, password!);
        if (call.World.Access.Banned) return PulpoAnswer.Message(call.Options.BanStatus, "banned");
        if (token is null) return PulpoAnswer.Message(StatusCodes.Status401Unauthorized, "unauthorized");
        return PulpoAnswer.Of(StatusCodes.Status200OK, new
        {
            AccessToken = token,
            ExpiresIn = call.Options.DeclaredTokenSeconds,
            Scope = asked.Text("scope", null) ?? "default",
            TokenType = "bearer",
        });
    }

    private static PulpoAnswer Logout(PulpoCall call)
    {
        call.World.Access.Revoke(call.Authorization);
        return PulpoAnswer.Of(StatusCodes.Status200OK, new { });
    }

    private static PulpoAnswer Me(PulpoCall call) => PulpoAnswer.Of(StatusCodes.Status200OK, new
    {
        call.User.Id,
        call.User.Username,
        Email = (string?)null,
        FirstName = "Sandbox",
        LastName = "User",
        Active = true,
        Type = "api",
        Language = "en",
        call.Options.TenantId,
        Warehouses = call.World.Warehouses.Rows.Where(w => call.User.MayUse(w.Id)),
        Merchants = call.World.Merchants.Rows,
        Profiles = Array.Empty<JsonElement>(),
        Permissions = Array.Empty<JsonElement>(),
        ProductCategories = Array.Empty<JsonElement>(),
    });
}
