namespace PulpoSync.Sandbox.Shopify;

/// <summary>Customers and addresses.</summary>
internal static class CustomerFields
{
    public static void Register(FieldTable table)
    {
        table.For<Customer>("Customer")
            .Add("id", customer => Gids.Of("Customer", customer.Id))
            .Add("legacyResourceId", customer => customer.Id)
            .Add("displayName", customer => $"{customer.FirstName} {customer.LastName}".Trim())
            .Add("firstName", customer => customer.FirstName)
            .Add("lastName", customer => customer.LastName)
            .Add("email", customer => customer.Email)
            .Add("phone", customer => customer.Phone)
            .Add("defaultEmailAddress", customer => customer.Email is { } email ? new EmailView(email) : null)
            .Add("defaultPhoneNumber", customer => customer.Phone is { } phone ? new PhoneView(phone) : null)
            .Add("note", _ => null)
            .Add("tags", _ => Array.Empty<string>())
            .Add("locale", _ => "de")
            .Add("taxExempt", _ => false)
            .Add("numberOfOrders", _ => 1L)
            .Add("createdAt", customer => customer.CreatedAt)
            .Add("updatedAt", customer => customer.CreatedAt);
        table.For<EmailView>("CustomerEmailAddress").Add("emailAddress", email => email.Address);
        table.For<PhoneView>("CustomerPhoneNumber").Add("phoneNumber", phone => phone.Number);
        table.For<AddressView>("MailingAddress")
            .Add("id", view => Gids.Of("MailingAddress", view.Id))
            .Add("name", view => view.Address.Name)
            .Add("firstName", view => view.Address.FirstName)
            .Add("lastName", view => view.Address.LastName)
            .Add("company", view => view.Address.Company)
            .Add("address1", view => view.Address.Address1)
            .Add("address2", view => view.Address.Address2)
            .Add("zip", view => view.Address.Zip)
            .Add("city", view => view.Address.City)
            .Add("province", view => view.Address.Province)
            .Add("provinceCode", view => view.Address.ProvinceCode)
            .Add("country", view => view.Address.Country)
            .Add("countryCode", view => view.Address.CountryCode)
            .Add("countryCodeV2", view => view.Address.CountryCode)
            .Add("phone", view => view.Address.Phone)
            .Add("formatted", view => Formatted(view.Address))
            .Add("latitude", _ => null)
            .Add("longitude", _ => null);
    }

    private static string[] Formatted(Address address) =>
    [
        .. new[] { address.Name, address.Company, address.Address1, address.Address2, $"{address.Zip} {address.City}".Trim(), address.Country }
            .Where(line => !string.IsNullOrEmpty(line)).Select(line => line!),
    ];
}
