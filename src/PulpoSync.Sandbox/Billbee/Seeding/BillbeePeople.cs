using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Sandbox.Billbee;

/// <summary>The made-up people of the sandbox, as Billbee has them.</summary>
internal static class BillbeePeople
{
    public static BillbeeAddress AddressOf(int number)
    {
        var address = People.AddressOf(number);
        var street = address.Address1!.Split(' ');
        return new BillbeeAddress
        {
            BillbeeId = 50_000 + number,
            FirstName = address.FirstName,
            LastName = address.LastName,
            Company = address.Company,
            Street = string.Join(' ', street[..^1]),
            HouseNumber = street[^1],
            Line2 = address.Address2,
            Zip = address.Zip,
            City = address.City,
            State = address.Province,
            Country = address.Country,
            CountryISO2 = address.CountryCode,
            Email = People.Customer(number).Email,
            Phone = address.Phone,
        };
    }

    public static BillbeeCustomer CustomerOf(int number)
    {
        var customer = People.Customer(number);
        return new BillbeeCustomer
        {
            Id = 60_000 + number,
            Number = 10_000 + number,
            Name = $"{customer.FirstName} {customer.LastName}",
            Email = customer.Email,
            Tel1 = customer.Phone,
            Type = number % 9 == 0 ? 1 : 0,
        };
    }

    public static BillbeeUser BuyerOf(int number, BillbeeShopAccount? shop)
    {
        var customer = People.Customer(number);
        return new BillbeeUser
        {
            FirstName = customer.FirstName,
            LastName = customer.LastName,
            Email = customer.Email,
            Platform = shop?.AccountType,
            BillbeeShopId = shop?.Id,
            BillbeeShopName = shop?.Name,
        };
    }
}
