"""Prints the authorizer of each route of a template's HTTP API, as AWS's own translator makes it: JSON by route key."""
import json
import sys

from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse


class NoManagedPolicies:
    def load(self):
        return {}


def value(node, parameters):
    """The value of Ref, GetAtt and Sub, as far as authorizers have them."""
    if isinstance(node, dict) and "Ref" in node:
        return parameters.get(node["Ref"], node["Ref"])
    if isinstance(node, dict) and "Fn::GetAtt" in node:
        return ".".join(node["Fn::GetAtt"])
    if isinstance(node, dict) and "Fn::Sub" in node:
        pattern, own = node["Fn::Sub"]
        for name, inner in own.items():
            pattern = pattern.replace("${" + name + "}", value(inner, parameters))
        return pattern
    return node


def main():
    parameters = dict(pair.split("=", 1) for pair in sys.argv[2:])
    with open(sys.argv[1], encoding="utf-8") as file:
        template = yaml_parse(file.read())
    template["Resources"] = {
        name: resource for name, resource in template["Resources"].items() if "Serverless" in resource["Type"]
    }
    for resource in template["Resources"].values():
        if "CodeUri" in resource["Properties"]:
            resource["Properties"]["CodeUri"] = "s3://bucket/key"
    body = transform(template, {}, NoManagedPolicies())["Resources"]["Api"]["Properties"]["Body"]
    schemes = body["components"]["securitySchemes"]
    routes = {}
    for path, methods in body["paths"].items():
        for method, route in methods.items():
            verb = "ANY" if method == "x-amazon-apigateway-any-method" else method.upper()
            key = path if path == "$default" else f"{verb} {path}"
            name = next((name for scheme in route.get("security", []) for name in scheme), "NONE")
            if name == "NONE":
                routes[key] = None
                continue
            authorizer = schemes[name]["x-amazon-apigateway-authorizer"]
            assert authorizer["type"] == "request"
            routes[key] = {
                "name": name,
                "uri": value(authorizer["authorizerUri"], parameters),
                "credentials": value(authorizer.get("authorizerCredentials"), parameters),
                "identitySource": authorizer.get("identitySource", []),
                "ttl": authorizer.get("authorizerResultTtlInSeconds"),
                "payload": authorizer["authorizerPayloadFormatVersion"],
                "simple": authorizer["enableSimpleResponses"],
            }
    print(json.dumps(routes))


main()
