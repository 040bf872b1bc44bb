using GraphQLParser.AST;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>A declared variable.</summary>
internal sealed record PlannedVariable(string Name, TypeRef Type, GraphQLValue? Default, SourceLocation Location);
