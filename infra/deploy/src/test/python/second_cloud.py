"""A second cloud for tests: moto with CloudFormation's own rules where moto is less strict than AWS.

Usage: second_cloud.py PORT

It adds what moto 5 leaves out:
* templates with `Transform: AWS::Serverless-2016-10-31` are translated by AWS's own translator (samtranslator);
* change sets compare resources with their parameters and conditions resolved; without a difference they are FAILED;
* unknown parameters, parameters without a value, missing capabilities and unknown resource types are refused;
* a name that another resource has is refused, so two stages in one account must not share any;
* RetainExceptOnCreate retains; GetTemplate returns what was submitted;
* a resource that can't be created fails the stack, with an event, and every other resource has its event too;
* AWS::NoValue removes an item of a list;
* types that moto does not know get a name and attributes, and nothing else.
"""

import json
import os
import re
import sys
import traceback

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-central-1")
os.environ.setdefault("AWS_ACCESS_KEY_ID", "test")
os.environ.setdefault("AWS_SECRET_ACCESS_KEY", "test")

from moto.awslambda.models import lambda_backends
from moto.cloudformation import models, parsing, responses
from moto.cloudformation.exceptions import ValidationError
from moto.core.common_models import CloudFormationModel
from moto.moto_api._internal import mock_random
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from moto.ssm import ssm_backends
from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse
from werkzeug.serving import run_simple


def refuse(message):
    raise ValidationError(message=message)


# --- templates ---


class NoManagedPolicies:
    def load(self):
        return {}


def parameter_values(template, given, account, region):
    """The values of all parameters, with names in the parameter store replaced by what is stored there."""
    declared = template.get("Parameters", {})
    unknown = sorted(set(given) - set(declared))
    if unknown:
        refuse(f"Parameters: [{', '.join(unknown)}] do not exist in the template")
    values = {}
    for name, parameter in declared.items():
        value = given.get(name, parameter.get("Default"))
        if value is None:
            refuse(f"Parameters: [{name}] must have values")
        value = str(value)
        pattern = parameter.get("AllowedPattern")
        if pattern and not re.fullmatch(pattern, value):
            refuse(f"Parameter {name} failed to satisfy constraint: {pattern}")
        allowed = parameter.get("AllowedValues")
        if allowed and value not in [str(a) for a in allowed]:
            refuse(f"Parameter '{name}' must be one of AllowedValues")
        if parameter["Type"].startswith("AWS::SSM::Parameter::Value<"):
            stored = ssm_backends[account][region].get_parameter(value)
            if stored is None:
                refuse(f"Unable to fetch parameters [{value}] from parameter store for this account.")
            value = stored.value
        values[name] = value
    return values


def translated(text, given, account, region):
    """A template as CloudFormation executes it, in JSON."""
    template = yaml_parse(text)
    values = parameter_values(template, given, account, region)
    if template.get("Transform"):
        template = transform(template, dict(values), NoManagedPolicies())
    for resource in template["Resources"].values():
        if resource.get("DeletionPolicy") == "RetainExceptOnCreate":
            resource["DeletionPolicy"] = "Retain"
        resource.setdefault("Properties", {})  # moto adds them later, which would be a change
    for name, parameter in template.get("Parameters", {}).items():
        if name in given and "Default" in parameter:
            parameter["Default"] = given[name]  # moto looks up defaults too, and fails where one is not stored
    return json.dumps(template)


def conditions(template, values):
    known = {}

    def evaluate(node):
        if isinstance(node, dict) and len(node) == 1:
            (key, value), = node.items()
            if key == "Condition":
                return condition(value)
            if key == "Ref":
                return values.get(value, value)
            if key == "Fn::Equals":
                return str(evaluate(value[0])) == str(evaluate(value[1]))
            if key == "Fn::Not":
                return not evaluate(value[0])
            if key == "Fn::And":
                return all(evaluate(v) for v in value)
            if key == "Fn::Or":
                return any(evaluate(v) for v in value)
            if key == "Fn::Sub":
                return re.sub(r"\$\{([^}]+)}", lambda m: str(values.get(m[1], m[0])), value)
            if key == "Fn::Join":
                return value[0].join(evaluate(value[1]))
            if key == "Fn::Split":
                return evaluate(value[1]).split(value[0])
            raise NotImplementedError(key)
        return node

    def condition(name):
        if name not in known:
            known[name] = evaluate(template["Conditions"][name])
        return known[name]

    for name in template.get("Conditions", {}):
        condition(name)
    return known


def resolved(template, values):
    """The resources that exist, with parameters and conditions replaced."""
    holds = conditions(template, values)

    def resolve(node):
        if isinstance(node, list):
            return [resolve(n) for n in node]
        if not isinstance(node, dict):
            return node
        if set(node) == {"Ref"}:
            return values.get(node["Ref"], node)
        if set(node) == {"Fn::If"}:
            name, then, otherwise = node["Fn::If"]
            return resolve(then if holds[name] else otherwise)
        if set(node) == {"Fn::Sub"} and isinstance(node["Fn::Sub"], str):
            return {"Fn::Sub": re.sub(r"\$\{(\w+)}", lambda m: str(values.get(m[1], m[0])), node["Fn::Sub"])}
        return {k: resolve(v) for k, v in node.items()}

    return {
        name: resolve(resource)
        for name, resource in template["Resources"].items()
        if "Condition" not in resource or holds[resource["Condition"]]
    }


# --- change sets ---


def difference(old, new):
    return {
        "Add": [name for name in new if name not in old],
        "Modify": [name for name in new if name in old and new[name] != old[name]],
        "Remove": [name for name in old if name not in new],
    }


def strings(values):
    return {k: ",".join(v) if isinstance(v, list) else str(v) for k, v in values.items()}


def build_resource_diff(self, other_template, parameters=None):
    """Between the resources as they are and as they will be."""
    old = {}
    if self._resource_json_map:
        old = resolved(self._template, strings(self.resolved_parameters))
    values = parameter_values(other_template, parameters or {}, self._account_id, self._region_name)
    return difference(old, resolved(other_template, values))


def change_set_diff(self):
    changes = []
    actions = self.stack.resource_map.build_resource_diff(self.template_dict, self.parameters)
    for action, names in actions.items():
        templates = self.stack.resource_map._resource_json_map if action == "Remove" else self.template_dict["Resources"]
        changes += [models.Change(action, name, templates[name]["Type"]) for name in names]
    return changes


moto_create_change_set = models.CloudFormationBackend.create_change_set


def create_change_set(self, stack_name, change_set_name, template, parameters, **rest):
    json_template = translated(template, parameters, self.account_id, self.region_name)
    change_set_id, stack_id = moto_create_change_set(
        self, stack_name=stack_name, change_set_name=change_set_name, template=json_template, parameters=parameters, **rest
    )
    change_set = self.change_sets[change_set_id]
    change_set.original = template
    if change_set.changes:
        change_set.status, change_set.execution_status, change_set.status_reason = "CREATE_COMPLETE", "AVAILABLE", None
    else:
        change_set.status, change_set.execution_status = "FAILED", "UNAVAILABLE"
        change_set.status_reason = (
            "The submitted information didn't contain changes. Submit different information to create a change set."
        )
    return change_set_id, stack_id


def execute_change_set(self, change_set_name, stack_name=None):
    change_set = self.describe_change_set(change_set_name)
    if change_set.execution_status != "AVAILABLE":
        refuse(f"ChangeSet [{change_set_name}] cannot be executed in its current status of [{change_set.status}]")
    stack = change_set.stack
    kind = change_set.change_set_type
    stack._add_stack_event(f"{kind}_IN_PROGRESS", resource_status_reason="User Initiated")
    change_set.execution_status = "EXECUTE_COMPLETE"
    stack.original = change_set.original
    stack.template = change_set.template
    work.clear()
    try:
        change_set.apply()
    except Exception as e:
        traceback.print_exc()
        # The last one is the outermost: each resource first makes those that it refers to.
        failed = work[-1] if work else (stack.name, "AWS::CloudFormation::Stack")
        report(stack, *failed, f"{kind}_FAILED", f"{getattr(e, 'message', e)}")
        rollback = "ROLLBACK" if kind == "CREATE" else "UPDATE_ROLLBACK"
        stack._add_stack_event(f"{rollback}_IN_PROGRESS", resource_status_reason=f"[{failed[0]}] failed")
        stack._add_stack_event(f"{rollback}_COMPLETE")
        stack.status = f"{rollback}_COMPLETE"
        return
    stack.template_dict = change_set.template_dict
    stack.output_map = stack._create_output_map()
    for change in change_set.changes:
        report(stack, change.logical_resource_id, change.resource_type, STATES[change.action])
    stack._add_stack_event(f"{kind}_COMPLETE")
    stack.status = f"{kind}_COMPLETE"


STATES = {"Add": "CREATE_COMPLETE", "Modify": "UPDATE_COMPLETE", "Remove": "DELETE_COMPLETE"}
work = []  # the resources that are being created, the outermost last


def report(stack, name, kind, state, reason=None):
    stack.events.append(models.Event(stack.stack_id, stack.name, name, name, kind, state, reason, None))


def get_template(self, name_or_stack_id):
    stack = self.get_stack(name_or_stack_id)
    return getattr(stack, "original", stack.template)


models.ChangeSet.diff = change_set_diff
models.CloudFormationBackend.create_change_set = create_change_set
models.CloudFormationBackend.execute_change_set = execute_change_set
models.CloudFormationBackend.get_template = get_template
parsing.ResourceMap.build_resource_diff = build_resource_diff
# What UsePreviousValue stands for: what was submitted, not what it was resolved to.
models.Stack.stack_parameters = property(
    lambda self: {
        **{k: v.get("Default") for k, v in self.template_dict.get("Parameters", {}).items()},
        **self.resource_map.input_parameters,
    }
)
# DescribeStacks too names a stored value, and does not show it.
models.Stack.parameter_list = property(
    lambda self: [{"ParameterKey": k, "ParameterValue": str(v)} for k, v in self.stack_parameters.items()]
)
responses.CloudFormationResponse._validate_different_update = lambda *_: None


# --- capabilities ---


def named_iam(template):
    names = ("RoleName", "ManagedPolicyName", "UserName", "GroupName", "InstanceProfileName")
    return any(
        r["Type"].startswith("AWS::IAM::") and any(n in r.get("Properties", {}) for n in names)
        for r in template["Resources"].values()
    )


moto_summary = responses.get_template_summary_response_from_template
moto_create_response = responses.CloudFormationResponse.create_change_set


def summary(template_body):
    result = moto_summary(template_body)
    template = yaml_parse(template_body)
    result["Capabilities"] = ["CAPABILITY_NAMED_IAM"] if named_iam(template) else []
    return result


def create_response(self):
    template = yaml_parse(self._get_param("TemplateBody") or self._get_stack_from_s3_url(self._get_param("TemplateURL")))
    given = self._get_param("Capabilities", [])
    needed = []
    if template.get("Transform"):
        needed += ["CAPABILITY_AUTO_EXPAND", "CAPABILITY_IAM"]
    if any(r["Type"].startswith("AWS::IAM::") for r in template["Resources"].values()):
        needed += ["CAPABILITY_NAMED_IAM" if named_iam(template) else "CAPABILITY_IAM"]
    missing = [n for n in needed if n not in given]
    if missing:
        refuse(f"Requires capabilities : [{', '.join(missing)}]")
    return moto_create_response(self)


responses.get_template_summary_response_from_template = summary
responses.CloudFormationResponse.create_change_set = create_response


# --- resources ---


class Placeholder(CloudFormationModel):
    """A resource of a type that moto does not know: a name and attributes."""

    __module__ = "moto.placeholder.models"  # moto reads the service's name from it

    def __init__(self, name, properties, region):
        self.physical_resource_id = name
        self.properties = properties
        self.region = region

    @staticmethod
    def cloudformation_name_type():
        return "Name"

    @classmethod
    def has_cfn_attr(cls, attr):
        return True

    def get_cfn_attribute(self, attribute):
        if attribute == "DomainName":
            return f"{self.physical_resource_id.lower()[-12:]}.cloudfront.invalid"
        if attribute == "Arn":
            return f"arn:aws:placeholder:{self.region}:123456789012:{self.physical_resource_id}"
        return self.physical_resource_id

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        properties = cloudformation_json["Properties"]
        nested = {}
        for value in properties.values():
            if isinstance(value, dict):
                nested = {**nested, **value}
        name = properties.get("AlarmName") or properties.get("Name") or nested.get("Name") or resource_name
        return cls(name, properties, region_name)

    @classmethod
    def update_from_cloudformation_json(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
        original_resource.properties = cloudformation_json["Properties"]
        return original_resource

    @classmethod
    def delete_from_cloudformation_json(cls, *_):
        pass

    def delete(self, account_id, region):
        pass


def function_name(properties):
    return properties["FunctionName"].split(":function:")[-1].split(":")[0]


class Version(Placeholder):
    """A version of a function, published in moto."""

    __module__ = Placeholder.__module__

    @staticmethod
    def cloudformation_type():
        return "AWS::Lambda::Version"

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        properties = cloudformation_json["Properties"]
        function = lambda_backends[account_id][region_name].publish_version(function_name(properties))
        return cls(function.function_arn, {**properties, "Version": str(function.version)}, region_name)

    def get_cfn_attribute(self, attribute):
        return self.properties["Version"] if attribute == "Version" else self.physical_resource_id


class Alias(Placeholder):
    """An alias of a function's version, created in moto; calls and permissions name it."""

    __module__ = Placeholder.__module__

    @staticmethod
    def cloudformation_type():
        return "AWS::Lambda::Alias"

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        p = cloudformation_json["Properties"]
        alias = lambda_backends[account_id][region_name].create_alias(
            p["Name"], function_name(p), p["FunctionVersion"], "", None
        )
        return cls(alias.arn, p, region_name)

    @classmethod
    def update_from_cloudformation_json(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
        p = cloudformation_json["Properties"]
        lambda_backends[account_id][region_name].update_alias(
            p["Name"], function_name(p), p["FunctionVersion"], None, None
        )
        return super().update_from_cloudformation_json(
            original_resource, new_resource_name, cloudformation_json, account_id, region_name
        )


PLACEHOLDERS = {
    kind: type(
        kind.replace("::", ""),
        (Placeholder,),
        {"__module__": Placeholder.__module__, "cloudformation_type": staticmethod(lambda kind=kind: kind)},
    )
    for kind in """
    AWS::ApiGatewayV2::Api AWS::ApiGatewayV2::Stage AWS::Budgets::Budget AWS::Budgets::BudgetsAction
    AWS::Chatbot::SlackChannelConfiguration AWS::CloudFront::CachePolicy AWS::CloudFront::Distribution
    AWS::CloudFront::Function AWS::CloudFront::KeyGroup AWS::CloudFront::OriginAccessControl
    AWS::CloudFront::PublicKey AWS::CloudFront::ResponseHeadersPolicy
    AWS::CloudWatch::Alarm AWS::CloudWatch::CompositeAlarm AWS::CloudWatch::Dashboard
    AWS::CodeBuild::Project AWS::CodeDeploy::Application AWS::CodeDeploy::DeploymentGroup
    AWS::CodePipeline::Pipeline AWS::CodeStarNotifications::NotificationRule
    AWS::Logs::MetricFilter AWS::Logs::QueryDefinition AWS::SecretsManager::Secret
    AWS::S3::BucketPolicy AWS::SNS::Subscription AWS::SNS::TopicPolicy AWS::SQS::QueuePolicy
    """.split()
}
PLACEHOLDERS |= {kind.cloudformation_type(): kind for kind in (Alias, Version)}
moto_clean = parsing.clean_json


def clean(value, resources):
    """AWS::NoValue takes an item out of a list too."""
    cleaned = moto_clean(value, resources)
    return [item for item in cleaned if item is not None] if isinstance(value, list) else cleaned


parsing.clean_json = clean

moto_class_of = parsing.resource_class_from_type
moto_name_property = parsing.resource_name_property_from_type
moto_create_resource = parsing.parse_and_create_resource


def class_of(resource_type):
    if resource_type in PLACEHOLDERS:
        return PLACEHOLDERS[resource_type]
    found = moto_class_of(resource_type)
    if found is None:
        refuse(f"Template format error: Unrecognized resource types: [{resource_type}]")
    return found


def name_property(resource_type):
    return None if resource_type in PLACEHOLDERS else moto_name_property(resource_type)


NAMED_WITHIN_ANOTHER = (
    "AWS::ApiGatewayV2::Stage",
    "AWS::Lambda::Permission",
)
owners = {}


def create_resource(logical_id, resource_json, resources_map, account_id, region_name):
    work.append((logical_id, resource_json["Type"]))
    resource = moto_create_resource(logical_id, resource_json, resources_map, account_id, region_name)
    if resource is not None:
        key = (account_id, resource_json["Type"], str(getattr(resource, "physical_resource_id", logical_id)))
        if resource_json["Type"] not in NAMED_WITHIN_ANOTHER:
            owner = owners.setdefault(key, resources_map.stack_id)
            if owner != resources_map.stack_id:
                refuse(f"{key[2]} already exists in stack {owner}")
    work.remove((logical_id, resource_json["Type"]))
    return resource


moto_delete = models.Stack.delete


def delete(self):
    moto_delete(self)
    for key in [k for k, owner in owners.items() if owner == self.stack_id]:
        del owners[key]


parsing.resource_class_from_type = class_of
parsing.resource_name_property_from_type = name_property
parsing.parse_and_create_resource = create_resource
models.Stack.delete = delete

if __name__ == "__main__":
    run_simple("127.0.0.1", int(sys.argv[1]), DomainDispatcherApplication(create_backend_app), threaded=False)
