using Microsoft.AspNetCore.Razor.TagHelpers;
using SafeSpace.Core.Shared;
using SafeSpace.Web.TagHelpers;
using SafeSpace.Web.Tests.Words;

namespace SafeSpace.Web.Tests.TagHelpers;

public sealed class FieldTests : IDisposable
{
    private static readonly Choice[] Kinds = [new("RangOut", "Rang out"), new("Text", "Text", "or <message>"), new("Visit", "Visit")];

    private readonly InCulture culture = new("en-GB");
    private readonly Rendering page = new();

    public void Dispose() => culture.Dispose();

    [Fact]
    public async Task A_field_has_label_hint_and_value() => Approved.Match(
        await page.Html(new FieldTagHelper(Rendering.Texts) { For = page.For("Surname", "O'Brien & \"Sons\""), Label = "Surname", Hint = "As they say it.", Needed = true, Width = "half" }, "field",
            html: "<p>after</p>", attributes: [new("hx-get", "/find?a=1&b=2"), new("autofocus", null, HtmlAttributeValueStyle.Minimized), new("class", "mine")]),
        "field");

    [Fact]
    public async Task A_mistake_is_described_and_what_was_typed_is_kept()
    {
        page.Typed("Phone", "This is not a phone number. Please look at the digits.", "0163 <2> ");

        Approved.Match(await page.Html(new FieldTagHelper(Rendering.Texts) { For = page.For("Phone", "01632 960001"), Label = "Phone", Type = "tel", Optional = true }, "field"), "field-mistake");
    }

    [Fact]
    public async Task A_textarea_keeps_its_first_line_break() => Approved.Match(
        await page.Html(new FieldTagHelper(Rendering.Texts) { For = page.For("Words", "\n</textarea><b>two"), Label = "A word", Type = "textarea" }, "field"), "field-textarea");

    [Fact]
    public async Task A_password_is_never_sent_back()
    {
        page.Typed("Password", null, "hunter2");

        var html = await page.Html(new FieldTagHelper(Rendering.Texts) { For = page.For("Password", "hunter2"), Label = "Password", Type = "password", Autocomplete = "current-password" }, "field");

        Assert.DoesNotContain("hunter2", html, StringComparison.Ordinal);
        Assert.Contains("autocomplete=\"current-password\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_is_a_text_box_with_a_number_pad()
    {
        page.Typed("Tries", "Write this as a number, in digits.", "about two");

        Approved.Match(await page.Html(new FieldTagHelper(Rendering.Texts) { For = page.For<int?>("Tries", null), Label = "Tries", Type = "number", Width = "short" }, "field"), "field-number");
    }

    [Fact]
    public async Task A_long_text_is_never_cut()
    {
        var html = await page.Html(new FieldTagHelper(Rendering.Texts) { For = page.For("Words", new string('x', 100_000)), Label = "Words" }, "field");

        Assert.DoesNotContain("maxlength", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(new string('x', 100_000), html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_is_shown_as_it_may_be_typed() => Approved.Match(
        await page.Html(new DateFieldTagHelper(Rendering.Texts) { For = page.For<DateOnly?>("Person.Born", new DateOnly(1984, 3, 14)), Label = "Born" }, "date-field"), "date-field");

    [Fact]
    public async Task A_moment_is_now_until_somebody_changes_it() => Approved.Match(
        await page.Html(new MomentFieldTagHelper(Rendering.Texts, Rendering.Clock) { For = page.For<LocalMoment?>("When", null) }, "moment-field"), "moment-now");

    [Fact]
    public async Task A_moment_with_a_mistake_is_open()
    {
        page.Typed("When.Day", "Write the date as day, month, year: 14 3 1984.", "soon").Typed("When.Time", null, "18:04");

        Approved.Match(await page.Html(new MomentFieldTagHelper(Rendering.Texts, Rendering.Clock) { For = page.For<LocalMoment?>("When", null), Label = "When was it?" }, "moment-field"), "moment-mistake");
    }

    [Fact]
    public async Task A_moment_that_is_held_is_shown()
    {
        var html = await page.Html(new MomentFieldTagHelper(Rendering.Texts, Rendering.Clock) { For = page.For<LocalMoment?>("When", new LocalMoment(new DateOnly(2026, 1, 13), new TimeOnly(9, 5))) }, "moment-field");

        Assert.Contains("<details open>", html, StringComparison.Ordinal);
        Assert.Contains("value=\"13 1 2026\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"09:05\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list", false)]
    [InlineData("chips", false)]
    [InlineData("list", true)]
    [InlineData("select", false)]
    public async Task Choices_are_real_controls(string look, bool multiple)
    {
        var held = multiple ? page.For<string[]>("Kind", ["RangOut", "Visit"]) : page.For("Kind", "Text");

        Approved.Match(await page.Html(new ChoicesTagHelper(Rendering.Texts) { For = held, Legend = "What was it?", Hint = "One is enough.", Items = Kinds, Look = look, Multiple = multiple }, "choices"),
            $"choices-{look}{(multiple ? "-multiple" : "")}");
    }

    [Fact]
    public async Task A_choice_of_a_type_of_ours_is_known_again()
    {
        var id = UserId.New();

        var html = await page.Html(new ChoicesTagHelper(Rendering.Texts) { For = page.For<UserId?>("Peer", id), Items = [new(UserId.New().ToString(), "Lee"), new(id.ToString(), "Wendy")] }, "choices");

        Assert.Contains($"value=\"{id}\" checked", html, StringComparison.Ordinal);
        Assert.Single(html.Split(" checked")[1..]);
    }

    [Fact]
    public async Task What_was_chosen_goes_before_what_is_held_and_a_mistake_is_described()
    {
        page.Typed("Kind", "Tell us what it was.", "Visit");

        Approved.Match(await page.Html(new ChoicesTagHelper(Rendering.Texts) { For = page.For("Kind", "Text"), Legend = "What was it?", Items = Kinds, Look = "chips" }, "choices"), "choices-mistake");
    }

    [Fact]
    public async Task Minutes_are_buttons_and_a_box() => Approved.Match(
        await page.Html(new MinutesFieldTagHelper(Rendering.Texts) { For = page.For<int?>("Minutes", 30) }, "minutes-field"), "minutes-button");

    [Fact]
    public async Task Minutes_that_cannot_be_read_stand_in_the_box()
    {
        page.Typed("Minutes", "Tell us how long it was, in minutes, for example 20.", "30", "a while");

        Approved.Match(await page.Html(new MinutesFieldTagHelper(Rendering.Texts) { For = page.For<int?>("Minutes", null), Hint = "About is good enough." }, "minutes-field"), "minutes-mistake");
    }
}
