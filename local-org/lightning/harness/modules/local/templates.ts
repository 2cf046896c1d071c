/** A region of a page's template and how much of the width it has, of twelve. */
export interface Place {
  readonly region: string;
  readonly size: number;
}

type Rows = readonly (readonly Place[])[];

const place = (region: string, size = 12): Place => ({ region, size });

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_flexipage.htm */
const TEMPLATES: Readonly<Record<string, Rows>> = {
  "flexipage:recordHomeTemplateDesktop": [[place("header")], [place("main", 8), place("sidebar", 4)]],
  "flexipage:recordHomeWithSubheaderTemplateDesktop": [
    [place("header")],
    [place("subheader")],
    [place("main", 8), place("sidebar", 4)],
  ],
  "flexipage:recordHomeLeftSidebarTemplateDesktop": [[place("header")], [place("sidebar", 4), place("main", 8)]],
  "flexipage:recordHomeTwoColEqualHeaderTemplateDesktop": [
    [place("header")],
    [place("leftcol", 6), place("rightcol", 6)],
  ],
  "flexipage:recordHomeThreeColTemplateDesktop": [
    [place("header")],
    [place("leftsidebar", 3), place("main", 6), place("rightsidebar", 3)],
  ],
  "flexipage:recordHomeSingleColTemplateDesktop": [[place("header")], [place("main")]],
  "home:desktopTemplate": [
    [place("top", 8), place("sidebar", 4)],
    [place("bottomLeft", 6), place("bottomRight", 6)],
  ],
  "flexipage:defaultAppHomeTemplate": [[place("main")]],
  "flexipage:appHomeTemplateTwoColumnsStacked": [[place("region1", 6), place("region2", 6)]],
  "flexipage:appHomeTemplateHeaderTwoColumns": [[place("header")], [place("left", 6), place("right", 6)]],
  "flexipage:appHomeTemplateMainRightSidebar": [[place("main", 8), place("sidebar", 4)]],
};

/** Rows of a template; null = the local org does not know it. */
export function rowsOf(template: string): Rows | null {
  return TEMPLATES[template] ?? null;
}
