using System.Text.Json.Nodes;

namespace PulpoSync.Tests.Sandbox.Shopify;

public sealed class ValidationTests
{
    // Codes, messages and paths as recorded answers have them.
    [Theory]
    [InlineData("query Q { orders(first: 1) { nodes { nope } } }", "undefinedField", "Field 'nope' doesn't exist on type 'Order'", "query Q/orders/nodes/nope")]
    [InlineData("query Q { shop }", "selectionMismatch", "Field must have selections (field 'shop' returns Shop but has no selections. Did you mean 'shop { ... }'?)", "query Q/shop")]
    [InlineData("query Q { orders(first: 1, nope: 2) { nodes { id } } }", "argumentNotAccepted", "Field 'orders' doesn't accept argument 'nope'", "query Q/orders/nope")]
    [InlineData("query Q { order { id } }", "missingRequiredArguments", "Field 'order' is missing required arguments: id", "query Q/order")]
    [InlineData("query Q { orders(first: \"a\") { nodes { id } } }", "argumentLiteralsIncompatible", "Argument 'first' on Field 'orders' has an invalid value (\"a\"). Expected type 'Int'.", "query Q/orders/first")]
    [InlineData("query Q { orders(first: 1, sortKey: NOPE) { nodes { id } } }", "argumentLiteralsIncompatible", "Argument 'sortKey' on Field 'orders' has an invalid value (NOPE). Expected type 'OrderSortKeys'.", "query Q/orders/sortKey")]
    [InlineData("query Q($a: Int) { shop { id } }", "variableNotUsed", "Variable $a is declared by Q but not used", "query Q")]
    [InlineData("query Q { orders(first: $a) { nodes { id } } }", "variableNotDefined", "Variable $a is used by Q but not declared", "query Q/orders/first")]
    [InlineData("query Q($a: String) { orders(first: $a) { nodes { id } } }", "variableMismatch", "Type mismatch on variable $a and argument first (String / Int)", "query Q/orders/first")]
    [InlineData("query Q($a: ID) { order(id: $a) { id } }", "variableMismatch", "Type mismatch on variable $a and argument id (ID / ID!)", "query Q/order/id")]
    [InlineData("query Q { node(id: \"1\") { ... on Nope { id } } }", "undefinedType", "No such type Nope, so it can't be a fragment condition", "query Q/node/... on Nope")]
    [InlineData("query Q { shop @nope { id } }", "undefinedDirective", "Directive @nope is not defined", "query Q/shop")]
    [InlineData("mutation M { orderDelete { id } }", "undefinedField", "Field 'orderDelete' doesn't exist on type 'Mutation'", "mutation M/orderDelete")]
    public async Task Document_that_does_not_fit_the_schema_is_refused(string query, string code, string message, string path)
    {
        await using var client = await ShopClient.StartAsync();

        var answer = await client.QueryAsync(query);

        var error = Assert.Single(answer["errors"]!.AsArray())!;
        Assert.Equal(code, (string?)error["extensions"]!["code"]);
        Assert.Equal(message, (string?)error["message"]);
        Assert.Equal(path, string.Join('/', error["path"]!.AsArray().Select(p => p!.ToString())));
        Assert.False(answer.AsObject().ContainsKey("data"));
    }

    [Fact]
    public async Task Syntax_error_is_a_parse_error()
    {
        await using var client = await ShopClient.StartAsync();

        Assert.Equal("PARSE_ERROR", (string?)(await client.QueryAsync("{ shop {"))["errors"]![0]!["extensions"]!["code"]);
    }

    [Theory]
    [InlineData("{}", "Variable $first of type Int! was provided invalid value", "Expected value to not be null")]
    [InlineData("""{"first":"ten"}""", "Variable $first of type Int! was provided invalid value", "Could not coerce value \"ten\" to Int")]
    [InlineData("""{"first":1.5}""", "Variable $first of type Int! was provided invalid value", "Could not coerce value 1.5 to Int")]
    public async Task Variable_that_does_not_fit_its_type_is_refused(string variables, string message, string explanation)
    {
        await using var client = await ShopClient.StartAsync();

        var error = (await client.QueryAsync(Documents.OrdersPage, JsonNode.Parse(variables)))["errors"]![0]!;

        Assert.Equal("INVALID_VARIABLE", (string?)error["extensions"]!["code"]);
        Assert.Equal(message, (string?)error["message"]);
        Assert.Equal(explanation, (string?)error["extensions"]!["problems"]![0]!["explanation"]);
    }

    [Theory]
    [InlineData("{ orders { nodes { id } } }", "you must provide one of first or last")]
    [InlineData("{ orders(first: 1, last: 1) { nodes { id } } }", "providing both first and last is not supported")]
    [InlineData("{ orders(first: 251) { nodes { id } } }", "first cannot exceed 250")]
    [InlineData("{ orders(first: 1, after: \"x\") { nodes { id } } }", "Malformed cursor")]
    public async Task Page_that_cannot_be_is_a_bad_request(string query, string message)
    {
        await using var client = await ShopClient.StartAsync();

        var answer = await client.QueryAsync(query);

        Assert.Equal(message, (string?)answer["errors"]![0]!["message"]);
        Assert.Equal("BAD_REQUEST", (string?)answer["errors"]![0]!["extensions"]!["code"]);
        Assert.Null(answer["data"]);
    }

    [Fact]
    public async Task Body_without_a_query_is_400()
    {
        await using var client = await ShopClient.StartAsync();

        Assert.Equal(400, (int)(await client.SendAsync(null!)).StatusCode);
    }

    [Fact]
    public async Task Fragments_aliases_and_conditions_are_honoured()
    {
        await using var client = await ShopClient.StartAsync();

        var data = (await client.QueryAsync(
            "query Q($yes: Boolean!) { a: shop { ...S } b: shop { ... on Shop @skip(if: $yes) { id } name @include(if: $yes) } } fragment S on Shop { id name }",
            new { yes = true }))["data"]!;

        Assert.Equal("""{"a":{"id":"gid://shopify/Shop/1","name":"demo"},"b":{"name":"demo"}}""", data.ToJsonString());
    }
}
