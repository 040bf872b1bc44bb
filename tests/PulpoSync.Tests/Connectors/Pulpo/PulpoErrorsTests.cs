using System.Text;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Connectors.Pulpo;

namespace PulpoSync.Tests.Connectors.Pulpo;

public class PulpoErrorsTests
{
    [Theory]
    [InlineData("""{"errors":{"order_num":["has already been taken"]}}""", "order_num has already been taken")]
    [InlineData("""{"errors":{"order_num":"has already been taken"}}""", "order_num has already been taken")]
    [InlineData("""{"errors":[{"order_num":"has already been taken"}]}""", "order_num has already been taken")]
    [InlineData("""{"errors":[{"order_num":["has already been taken"]},{"name":"can't be blank"}]}""", "order_num has already been taken; name can't be blank")]
    [InlineData("""{"errors":{"items":[{},{"product_id":["does not exist"]}]}}""", "items.product_id does not exist")]
    [InlineData("""{"errors":{"ship_to":{"address":{"street":["should be at most 255 character(s)"]}}}}""", "ship_to.address.street is too long")]
    [InlineData("""{"errors":{"message":"unauthorized"}}""", "message is refused")]
    [InlineData("""{"errors":["something went wrong with Ada"]}""", "the request is refused")]
    [InlineData("""{"errors":{"name":["Ada Lovelace is not known here"]}}""", "name is refused")]
    [InlineData("""{"errors":{"Ada Lovelace, Berlin!":["is invalid"]}}""", "AdaLovelaceBerlin is invalid")]
    [InlineData("""{"errors":{"name":null}}""", "")]
    [InlineData("""{"errors":{}}""", "")]
    [InlineData("""{}""", "")]
    [InlineData("""[1]""", "")]
    [InlineData("<html>", "")]
    [InlineData("", "")]
    public void Read_every_form_reduced_to_field_and_meaning(string body, string expected) =>
        Assert.Equal(expected, string.Join("; ", PulpoErrors.Read(new HttpReply(422, Encoding.UTF8.GetBytes(body), new Dictionary<string, string>()))));

    [Theory]
    [InlineData("""{"created":[{"id":8802,"order_num":"4712"}],"errors":{"4711_1":{"order_num":"has already been taken"}}}""", "4712=8802", "4711_1=Taken")]
    [InlineData("""{"created":[],"errors":[{"4711_1":{"items":["is invalid"]}},{"4712":["can't be blank"]}]}""", "", "4711_1=Invalid,4712=Blank")]
    [InlineData("""{"created":[{"id":"8802","order_num":"4712"},{"id":1},{"order_num":"x"},7]}""", "4712=8802", "")]
    [InlineData("""{"created":null,"errors":null}""", "", "")]
    [InlineData("""{"sales_orders":[]}""", "", "")]
    [InlineData("[]", "", "")]
    [InlineData("<html>", "", "")]
    public void Bulk_answer_counts_only_what_it_names(string body, string created, string refused)
    {
        var answer = PulpoBulkAnswer.Read(new HttpReply(400, Encoding.UTF8.GetBytes(body), new Dictionary<string, string>()), "order_num");

        Assert.Equal(created, string.Join(",", answer.Done.Select(pair => $"{pair.Key}={pair.Value}")));
        Assert.Equal(refused, string.Join(",", answer.Errors.Select(pair => $"{pair.Key}={pair.Value[0].Code}")));
    }
}
