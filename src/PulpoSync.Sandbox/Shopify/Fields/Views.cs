namespace PulpoSync.Sandbox.Shopify;

// Objects of the API that the world does not keep as such.

/// <summary>A number of things, exact or at least.</summary>
internal sealed record Counted(int Count, bool IsExact);

/// <summary>The installation of the app that asks.</summary>
internal sealed record Installation(IReadOnlyList<string> Scopes);

/// <summary>A granted scope.</summary>
internal sealed record GrantedScope(string Handle);

/// <summary>The shop's subscription.</summary>
internal sealed record PlanView(ShopPlan Plan);

/// <summary>A customer's e-mail address as an object.</summary>
internal sealed record EmailView(string Address);

/// <summary>A customer's telephone number as an object.</summary>
internal sealed record PhoneView(string Number);

/// <summary>An address, with the id of what it belongs to.</summary>
internal sealed record AddressView(Address Address, long Id);

/// <summary>Where a fulfilment order goes to.</summary>
internal sealed record DestinationView(FulfillmentOrder FulfillmentOrder, Address Address);

/// <summary>The location of a fulfilment order.</summary>
internal sealed record AssignedLocationView(Location Location);

/// <summary>A location's own address.</summary>
internal sealed record LocationAddressView(Location Location);

/// <summary>How a fulfilment order reaches the customer.</summary>
internal sealed record DeliveryView(FulfillmentOrder FulfillmentOrder);

/// <summary>Something that may be done with a fulfilment order.</summary>
internal sealed record ActionView(FulfillmentOrderAction Action);

/// <summary>The risk of an order.</summary>
internal sealed record RiskView(RiskRecommendation Recommendation);

/// <summary>A single assessment of risk.</summary>
internal sealed record AssessmentView(string Level);

/// <summary>The tax of a line or an order.</summary>
internal sealed record TaxView(TaxLine Tax, Order Order);

/// <summary>The shipping of an order.</summary>
internal sealed record ShippingView(ShippingLine Line, Order Order);

/// <summary>The stock-keeping side of a variant.</summary>
internal sealed record InventoryItemView(ProductVariant Variant);

/// <summary>The measurements of an inventory item.</summary>
internal sealed record MeasurementView(int Grams);

/// <summary>A weight.</summary>
internal sealed record WeightView(int Grams);

/// <summary>A product's category.</summary>
internal sealed record CategoryView(string FullName);

/// <summary>What a mutation of tags gives.</summary>
internal sealed record TagsPayload(object? Node, IReadOnlyList<UserErrorView> UserErrors);

/// <summary>Why a mutation did not do what was asked.</summary>
internal sealed record UserErrorView(IReadOnlyList<string>? Field, string Message);
