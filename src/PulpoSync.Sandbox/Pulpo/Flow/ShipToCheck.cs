namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Checks an address to ship to: PULPO's contract asks for <c>address</c> and its <c>street</c>.</summary>
internal static class ShipToCheck
{
    private static readonly string[] OfPerson = ["name", "name2", "company_name", "phone_number"];

    private static readonly string[] OfAddress =
    [
        "street", "street2", "house_nr", "post_number", "zip", "city", "state", "country", "country_code",
        "country_alpha2", "email", "additional_info",
    ];

    public static void Check(Changeset order)
    {
        if (order.Part("ship_to") is not { } person) return;
        foreach (var field in OfPerson) person.Text(field, null);
        if (person.Part("address") is not { } address)
        {
            person.Require("address", null);
            return;
        }
        foreach (var field in OfAddress) address.Text(field, null);
        address.Require("street", address.Text("street", null));
    }
}
