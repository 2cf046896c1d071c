import { gql } from "lightning/graphql";

/** The deal, who is on it, and what says whether the Implementation Offering applies. */
export const opportunityPartnersQuery = gql`
  query opportunityPartners($id: ID!) {
    uiapi {
      query {
        Opportunity(first: 1, where: { Id: { eq: $id } }) {
          edges {
            node {
              Id
              AccountId {
                value
              }
              IsClosed {
                value
              }
              IsWon {
                value
              }
              CloseDate {
                value
              }
              eARR__c {
                value
                displayValue
              }
              OpportunityLineItems(first: 200) {
                edges {
                  node {
                    Id
                    Product2 {
                      Family {
                        value
                      }
                    }
                  }
                }
              }
              Account {
                Name {
                  value
                }
                Website {
                  value
                }
              }
              Opportunity_Partners__r(first: 100, orderBy: { CreatedDate: { order: ASC } }) {
                edges {
                  node {
                    Id
                    CreatedDate {
                      value
                    }
                    CreatedBy {
                      Name {
                        value
                      }
                    }
                    Source__c {
                      value
                    }
                    Role__c {
                      value
                      label
                    }
                    Credit_Status__c {
                      value
                    }
                    Credit_Reason__c {
                      value
                    }
                    Credit_eARR__c {
                      value
                    }
                    Is_Resale_Unauthorized__c {
                      value
                    }
                    Deal_Registration__r {
                      Id
                      Name {
                        value
                      }
                      Status__c {
                        label
                      }
                    }
                    Partner__r {
                      Id
                      Name {
                        value
                      }
                      Partner_Tier__c {
                        value
                      }
                      Partner_Benefits__r(
                        first: 1
                        where: { Benefit__c: { eq: "Implementation_Offering" }, Is_Available__c: { eq: true } }
                      ) {
                        edges {
                          node {
                            Id
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`;
