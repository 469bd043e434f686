import Testing

/// Links are found and followed.
struct MarkdownTests {
  private let text = """
    # The house: rooms & floors
    See [here](other.md), [there](../top.md#a-heading), [self](#the-house-rooms--floors),
    [web](https://example.org/x), `[code](no.md)` and ![a picture](images/none.png "title").
    ```
    [fenced](no.md)
    ```
    [wrong](../top.md#no-heading)
    """

  @Test func `broken links are found, sound ones and code are left alone`() {
    let page = Markdown(path: "docs/page.md", text: text)
    let top = Markdown(path: "top.md", text: "## A heading\n")
    let files: Set<String> = ["docs/page.md", "docs/other.md", "top.md"]
    #expect(
      page.brokenLinks(
        exists: files.contains, documents: ["docs/page.md": page, "top.md": top]) == [
          "docs/page.md:3: docs/images/none.png does not exist",
          "docs/page.md:7: top.md has no heading #no-heading",
        ])
  }
}
